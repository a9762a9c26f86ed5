"""What a hidden detail is told by: the words that are watched for, and every way to write them."""
