"""Compare an answer with the key points of its question."""

from mlprep_gui.assessment.assess import ASSESSOR_VERSION, anticipate, assess
from mlprep_gui.assessment.model import AssessorModel, load_model

__all__ = ["ASSESSOR_VERSION", "AssessorModel", "anticipate", "assess", "load_model"]
