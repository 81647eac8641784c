"""Run folders: everything that a training run was, did and made, written so that nothing is lost.

config.json          what was asked for, and what it ran on; there before the folder is seen
checkpoint.safetensors   the state after the last finished epoch; gone when the run is complete
history.csv          one row a batch
model.safetensors    the network's weights, under PyTorch's names
trained_on.npy       fingerprints of the training images, so that an evaluation can tell what was trained on
figures/*.png, *.svg pictures, for papers and in the theme of a page
report.html          all of it on one page
metrics.json         the figures, and hashes of the files above; written last, so a run that has it is complete

One process at a time works in a run's folder.
"""

from gradbook.digits.runs.folder import REPORT, free_folder, is_complete, is_run, new_folder
from gradbook.digits.runs.load import load_model, load_run
from gradbook.digits.runs.results import metrics, read_metrics
from gradbook.digits.runs.run import FinishedRun, resume_run, resuming_text, start_run

__all__ = [
    "REPORT",
    "FinishedRun",
    "free_folder",
    "is_complete",
    "is_run",
    "load_model",
    "load_run",
    "metrics",
    "new_folder",
    "read_metrics",
    "resume_run",
    "resuming_text",
    "start_run",
]
