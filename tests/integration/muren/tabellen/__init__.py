"""What each context adds to the tables of actions (test_toegangstabel): one file per context.

OP_DOSSIER, OP_ROL and BINNEN as there; `zet_op(wereld)` makes the data and returns it as a dict, found back
in `wereld.extra`; ARGUMENTEN gives the arguments of each action, after the actor. A feature may have a file
of its own: casus_x.py is one of casus.
"""
