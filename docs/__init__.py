"""What is made from the rules, and the pictures."""
