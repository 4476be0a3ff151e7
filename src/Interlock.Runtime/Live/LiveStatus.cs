using Interlock.Runtime.Supervision;

namespace Interlock.Runtime.Live;

/// <summary>A session in words, as the topic <c>/interlock/status</c> says it.</summary>
public sealed record LiveStatus
{
    /// <summary>State of the supervisor.</summary>
    public required SupervisorState State { get; init; }

    /// <summary>One sentence about what led here, with units; null while nothing has happened.</summary>
    public string? Why { get; init; }

    /// <summary>Code of <see cref="Why"/>; null when it needs none.</summary>
    public string? Code { get; init; }

    /// <summary>What a person is asked; null while nobody is asked.</summary>
    public string? Question { get; init; }

    /// <summary>What is wrong, for the person who is about to reset; null unless stopped.</summary>
    public StopReport? Stop { get; init; }

    /// <summary>Commands that the present state knows, as words of <see cref="LiveCommand"/>.</summary>
    public IReadOnlyList<string> Can { get; init; } = [];

    /// <summary>Commands per second.</summary>
    public double? RateHz { get; init; }

    /// <summary>The instruction; null when there is none.</summary>
    public string? Task { get; init; }

    /// <summary>Level of the certificate that the gate found; null without one.</summary>
    public string? CertificateLevel { get; init; }

    /// <summary>The recording; null when nothing is recorded.</summary>
    public string? Recording { get; init; }

    /// <summary>Steps, events and items that the recording lost.</summary>
    public long RecordingDropped { get; init; }
}
