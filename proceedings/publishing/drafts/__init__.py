"""Issued drafts as pages show them: lines with permalinks, contents, what changed, two drafts beside each other."""
