namespace Interlock.Dashboard.Reports.Facts;

/// <summary>One recording.</summary>
internal sealed record EpisodeFacts
{
    public required string File { get; init; }

    public required long Bytes { get; init; }

    /// <summary>SHA-256 of the file in lower-case hexadecimal; null where it was not taken.</summary>
    public required string? Sha256 { get; init; }

    public required string RunId { get; init; }

    public required string? Task { get; init; }

    public required string? Policy { get; init; }

    public required string? Robot { get; init; }

    public required string? CertificateLevel { get; init; }

    /// <summary>Version of the software that drove.</summary>
    public required string? SoftwareVersion { get; init; }

    /// <summary>RFC 3339, UTC.</summary>
    public required string StartUtc { get; init; }

    public required double RateHz { get; init; }

    public required double LengthS { get; init; }

    public required long Steps { get; init; }

    public required string Verdict { get; init; }

    /// <summary>Null when nobody judged.</summary>
    public required bool? Success { get; init; }

    /// <summary>How the run ended, in its own words; null when it did not say.</summary>
    public required string? Outcome { get; init; }

    /// <summary>The supervisor's state at the last step; null without steps.</summary>
    public required string? EndState { get; init; }

    /// <summary>The first latched stop; null without one.</summary>
    public required EventFacts? FirstStop { get; init; }

    public required long Stops { get; init; }

    public required InterventionFacts Interventions { get; init; }

    /// <summary>Interventions, alarms, stops, watchdogs and faults, most frequent first.</summary>
    public required IReadOnlyList<CodeCountFacts> EventsByCode { get; init; }

    /// <summary>The first events of each of these, repeats within a second as one; at most 2,000.</summary>
    public required IReadOnlyList<EventFacts> EventsShown { get; init; }

    /// <summary>What the run said, the first of it.</summary>
    public required IReadOnlyList<TextFacts> Log { get; init; }

    public required double? WorstMargin { get; init; }

    /// <summary>Worst first, at most five.</summary>
    public required IReadOnlyList<MomentFacts> Moments { get; init; }

    /// <summary>In the contract's order.</summary>
    public required IReadOnlyList<ChannelFacts> Channels { get; init; }

    public required IReadOnlyList<StateFacts> States { get; init; }

    public required TimingFacts Timing { get; init; }

    /// <summary>Monitors, force and the other numbers of the run.</summary>
    public required IReadOnlyList<NumberFacts> Numbers { get; init; }

    /// <summary>How the commands moved; null where it was not asked for, and without a contract.</summary>
    public required MotionFacts? Motion { get; init; }

    public required ContractFacts? Contract { get; init; }

    /// <summary>The monitors' calibration in the recording; null where it has none.</summary>
    public required CalibrationFacts? Calibration { get; init; }

    /// <summary>The file that the run's settings name for the calibration of confidence; null for none.</summary>
    public required string? ConfidenceCalibration { get; init; }

    public required IReadOnlyList<AttachmentFacts> Attachments { get; init; }

    /// <summary>What the gate checked before the start; empty where the recording has no receipt.</summary>
    public required IReadOnlyList<GateFacts> GateChecks { get; init; }

    public required HealthFacts Health { get; init; }

    public required IReadOnlyList<FindingFacts> Findings { get; init; }

    public required IReadOnlyList<string> Tags { get; init; }

    public required string? Note { get; init; }

    /// <summary>The command that runs the guard over the recorded actions again.</summary>
    public required string Reproduce { get; init; }
}
