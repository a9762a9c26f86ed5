"""Words for what came of an agreement between the meetings."""

from __future__ import annotations

from beraad.i18n import N_, Language
from beraad.terms import CheckResult

_RESULTS = {
    CheckResult.KEPT: N_("nagekomen"),
    CheckResult.PARTLY: N_("deels"),
    CheckResult.NOT_KEPT: N_("niet"),
    CheckResult.DID_NOT_OCCUR: N_("kwam niet voor"),
}


def result_label(result: CheckResult, _: Language) -> str:
    """Return what came of an agreement."""
    return _(_RESULTS[result])
