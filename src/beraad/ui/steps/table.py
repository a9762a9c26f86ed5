"""Table of the steps in the windows: the page of each. Other facts of a step stand in `beraad.step_facts`."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from beraad.terms import Step
from beraad.ui.steps.agreements.page import AgreementsPage
from beraad.ui.steps.columns.page import ColumnsPage
from beraad.ui.steps.decide.page import DecidePage
from beraad.ui.steps.evaluation.page import EvaluationPage
from beraad.ui.steps.family_time.page import FamilyTimePage
from beraad.ui.steps.scale.page import ScalePage
from beraad.ui.steps.shared.step_page import StepPage
from beraad.ui.steps.welcome.page import WelcomePage

PAGES: Mapping[Step, type[StepPage]] = MappingProxyType(
    {
        Step.WELCOME: WelcomePage,
        Step.WORRIES: ColumnsPage,
        Step.GOING_WELL: ColumnsPage,
        Step.SCALE: ScalePage,
        Step.WHAT_MUST_HAPPEN: ColumnsPage,
        Step.FAMILY_TIME: FamilyTimePage,
        Step.AGREEMENTS: AgreementsPage,
        Step.DECIDE_AND_SIGN: DecidePage,
        Step.EVALUATION: EvaluationPage,
    }
)
"""Page of each step; steps with one kind of page share it. Its hooks are those of `StepPage`."""
