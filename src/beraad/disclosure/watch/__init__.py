"""Signs by which a hidden detail is told: the words that are watched for, and every way to write them."""
