namespace Interlock.Core.Contract.Writing;

/// <summary>Comments that a written contract carries for its reader; they are not part of the contract.</summary>
public sealed record ContractNotes
{
    /// <summary>Lines below the schema reference.</summary>
    public IReadOnlyList<string> Header { get; init; } = [];

    /// <summary>A remark behind a channel, by channel name.</summary>
    public IReadOnlyDictionary<string, string> Channels { get; init; } = new Dictionary<string, string>();
}
