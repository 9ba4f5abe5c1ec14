"""What the functions of the shop have in common."""


def line(keys):
    return "seen: " + ", ".join(keys)
