using Interlock.Recording.Flight;
using Interlock.Runtime.Configuration.Settings;
using Interlock.Runtime.Inference;
using Interlock.Runtime.Loop;
using Interlock.Runtime.Session.Making;

namespace Interlock.Runtime.Session;

/// <summary>What a session owns beside its loop.</summary>
internal sealed record SessionParts
{
    public required RunSettings Settings { get; init; }

    public required SessionOptions Options { get; init; }

    public required LoopParts Loop { get; init; }

    public required InferenceJob Job { get; init; }

    public required AnswerJournal Answers { get; init; }

    public required MadeRobot Robot { get; init; }

    public required EpisodeWatch Episodes { get; init; }

    public required FileWatch Contract { get; init; }

    /// <summary>Null without a recording.</summary>
    public FlightRecorder? Recorder { get; init; }

    /// <summary>Null without a recording.</summary>
    public string? RecordingPath { get; init; }

    /// <summary>Notes for the person who starts it: what was not granted, what is only simulated.</summary>
    public required IReadOnlyList<string> Notes { get; init; }
}
