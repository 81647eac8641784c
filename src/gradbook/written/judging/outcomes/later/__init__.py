"""What an answer says of later than the first step."""
