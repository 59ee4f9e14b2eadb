"""Issued drafts as pages show them: lines with their permalinks, contents, what changed, two drafts beside each other."""
