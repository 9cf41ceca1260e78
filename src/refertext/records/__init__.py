"""Records: plain data becomes typed values, one kind a module."""

from refertext.records.agreement import Agreement, Commitment
from refertext.records.decode import (
    BY_YEAR,
    FOLDERS,
    SETTINGS_FILE,
    decode,
    decode_settings,
)
from refertext.records.lengths import Duration
from refertext.records.meant import choice_meant, nearest
from refertext.records.meeting import Meeting
from refertext.records.member import Member
from refertext.records.partnership import Partnership
from refertext.records.profile import PACKAGED, Profile
from refertext.records.prospect import Prospect
from refertext.records.record import Concern, Record
from refertext.records.referral import Referral
from refertext.records.schema import json_schema
from refertext.records.settings import Settings

__all__ = [
    "BY_YEAR",
    "FOLDERS",
    "PACKAGED",
    "SETTINGS_FILE",
    "Agreement",
    "Commitment",
    "Concern",
    "Duration",
    "Meeting",
    "Member",
    "Partnership",
    "Profile",
    "Prospect",
    "Record",
    "Referral",
    "Settings",
    "choice_meant",
    "decode",
    "decode_settings",
    "json_schema",
    "nearest",
]
