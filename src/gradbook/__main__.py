"""`python -m gradbook` is the command `gradbook`."""

import os
import sys

# Python puts the current folder first, where a learner's json.py would be taken for Python's own.
sys.path[:] = [path for path in sys.path if path not in ("", os.getcwd())]  # noqa: PTH109 (no module is imported before this)

from gradbook.cli.app import main  # noqa: E402

if __name__ == "__main__":
    main()
