"""Who wrote a document, its number, date and subject: candidates with reasons, never a guess with high confidence."""
