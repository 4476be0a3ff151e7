using Interlock.Recording.Mcap.Wire;

namespace Interlock.Recording.Mcap.Records;

/// <summary>Where the summary records of one opcode lie.</summary>
internal readonly record struct SummaryOffset(Opcode GroupOpcode, ulong GroupStart, ulong GroupLength);
