"""A class of hand-ins: taken in, run where they can do no harm, judged, written down, and shown."""
