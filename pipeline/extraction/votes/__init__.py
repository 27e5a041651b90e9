"""Reads off how many votes there were for and against a ruling."""

from pipeline.extraction.votes.component import VotesComponent
from pipeline.extraction.votes.words import VoteRule, cell_votes, read_votes, vote_rules

__all__ = ["VoteRule", "VotesComponent", "cell_votes", "read_votes", "vote_rules"]
