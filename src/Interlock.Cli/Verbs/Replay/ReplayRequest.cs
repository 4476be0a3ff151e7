namespace Interlock.Cli.Verbs.Replay;

/// <summary>What the user asked <c>replay</c> for.</summary>
internal sealed record ReplayRequest
{
    public required string Path { get; init; }

    public required string Contract { get; init; }

    public string? WhatIf { get; init; }

    public string? Calibration { get; init; }

    public IReadOnlyList<string> FailOn { get; init; } = [];

    public IReadOnlyList<int> Episodes { get; init; } = [];

    public bool FromState { get; init; }

    public bool Json { get; init; }

    public bool Jsonl { get; init; }
}
