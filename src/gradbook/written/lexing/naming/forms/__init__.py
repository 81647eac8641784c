"""Forms: how names are put together of words, numbers and blanks, whatever they name."""
