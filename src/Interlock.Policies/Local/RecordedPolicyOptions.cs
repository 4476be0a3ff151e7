namespace Interlock.Policies.Local;

/// <summary>How a recorded episode is played.</summary>
public sealed record RecordedPolicyOptions
{
    /// <summary>Rows of an answer, 1 or more.</summary>
    public int Rows { get; init; } = 16;

    /// <summary>Whether the episode begins again after its end; else answers become shorter and then empty.</summary>
    public bool Repeat { get; init; }
}
