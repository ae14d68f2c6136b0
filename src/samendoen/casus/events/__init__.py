"""Event kinds of the case. Words about people are content; here stand codes, numbers and days."""

from samendoen.casus.events.casus import (
    CASUS,
    BetrokkeneToegevoegd,
    CasusGeopend,
    CasusGesloten,
    CasusHeropend,
    MeldingToegevoegd,
    RegieOvergedragen,
    TweedeGezet,
)
from samendoen.casus.events.consultatie import ConsultatieBeeindigd, ConsultatieBegonnen
from samendoen.casus.events.evaluatie import EvaluatieIngetrokken, EvaluatieVastgelegd
from samendoen.casus.events.onderzoek import (
    ONDERZOEK,
    BevindingGeschreven,
    CijferLaterGegeven,
    LeefgebiedenGekozen,
    OnderzochteBijgewerkt,
    OnderzoekBegonnen,
    OnderzoekMeldingMeegenomen,
    OnderzoekWeggegooid,
    VerslagVerstuurd,
)
from samendoen.casus.events.overdracht import (
    OverdrachtAanvaard,
    OverdrachtGeweigerd,
    OverdrachtIngetrokken,
    OverdrachtVoorgesteld,
)
from samendoen.casus.events.plan import (
    PLAN,
    ActieAfgerond,
    ActieHeropend,
    AkkoordVastgelegd,
    PlanGeschreven,
    PlanVastgesteld,
    PlanVervangen,
    PlanWeggegooid,
)

__all__ = [
    "CASUS",
    "ONDERZOEK",
    "PLAN",
    "ActieAfgerond",
    "ActieHeropend",
    "AkkoordVastgelegd",
    "BetrokkeneToegevoegd",
    "BevindingGeschreven",
    "CasusGeopend",
    "CasusGesloten",
    "CasusHeropend",
    "CijferLaterGegeven",
    "ConsultatieBeeindigd",
    "ConsultatieBegonnen",
    "EvaluatieIngetrokken",
    "EvaluatieVastgelegd",
    "LeefgebiedenGekozen",
    "MeldingToegevoegd",
    "OnderzochteBijgewerkt",
    "OnderzoekBegonnen",
    "OnderzoekMeldingMeegenomen",
    "OnderzoekWeggegooid",
    "OverdrachtAanvaard",
    "OverdrachtGeweigerd",
    "OverdrachtIngetrokken",
    "OverdrachtVoorgesteld",
    "PlanGeschreven",
    "PlanVastgesteld",
    "PlanVervangen",
    "PlanWeggegooid",
    "RegieOvergedragen",
    "TweedeGezet",
    "VerslagVerstuurd",
]
