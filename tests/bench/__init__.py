"""What Samendoen costs, beside the least that it could cost: `make bench` (docs/prestaties.md).

No test: nothing here is asserted, and pytest does not collect it. Every loop has a bounded number of rounds.
"""
