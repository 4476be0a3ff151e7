using Interlock.Core.Diagnostics;

namespace Interlock.Recording.Mcap.Recovery;

/// <summary>What a recovery saved and what it could not.</summary>
/// <param name="Messages">Messages saved, all of them intact as far as the file can prove.</param>
/// <param name="UnverifiedMessages">Of these, messages without a checksum of their own: from an unfinished chunk or outside chunks.</param>
/// <param name="Chunks">Complete chunks saved.</param>
/// <param name="Attachments">Attachments saved.</param>
/// <param name="Metadata">Metadata records saved.</param>
/// <param name="MessagesMissing">Messages that the writer had counted and that are not saved; null where its count did not survive.</param>
/// <param name="WasComplete">True when the file was finished and nothing was lost.</param>
/// <param name="Losses">What was lost and where, at most <see cref="MostLosses"/> entries.</param>
/// <param name="LossCount">How many losses there were in all.</param>
public sealed record McapRecoveryReport(
    ulong Messages,
    ulong UnverifiedMessages,
    uint Chunks,
    uint Attachments,
    uint Metadata,
    ulong? MessagesMissing,
    bool WasComplete,
    IReadOnlyList<Diagnostic> Losses,
    int LossCount)
{
    /// <summary>Most losses that are listed one by one.</summary>
    public const int MostLosses = 1000;
}
