"""Structure, sentences, readability and recognition of a legal text."""
