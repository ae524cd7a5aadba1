"""What the story yields, made into blocks: lists gathered, our own marks spelt out."""
