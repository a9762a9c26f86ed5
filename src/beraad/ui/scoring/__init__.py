"""Screen on which people give their own number to a scale question, one after another."""

from beraad.ui.scoring.number_given import NumberGiven
from beraad.ui.scoring.score_page import ScorePage
from beraad.ui.scoring.scoring_screen import ScoringScreen

__all__ = ["NumberGiven", "ScorePage", "ScoringScreen"]
