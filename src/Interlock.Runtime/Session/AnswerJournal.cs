using System.Collections.Concurrent;
using Interlock.Core.Observations;
using Interlock.Policies.Confidence;
using Interlock.Recording.Flight;
using Interlock.Recording.Flight.Session;
using Interlock.Runtime.Clock;
using Interlock.Runtime.Inference;
using Interlock.Runtime.Outcomes;

namespace Interlock.Runtime.Session;

/// <summary>Measures the confidence of every answer and records it.</summary>
/// <param name="meter">Of the policy; the conservative one is not measured.</param>
/// <param name="unfamiliarBelowP">Below this p-value of the distance to the demonstrations the input is unfamiliar; null never.</param>
/// <param name="recorder">Null without a recording.</param>
/// <param name="clock">The loop's.</param>
internal sealed class AnswerJournal(ConfidenceMeter meter, double? unfamiliarBelowP, FlightRecorder? recorder, ILoopClock clock) : IAnswerJudge
{
    private readonly ConcurrentQueue<Happening> _failures = new();
    private const double NsPerMs = 1e6;
    private bool _wasUnfamiliar;
    private long _failed;

    /// <summary>From asking to the answer, of answers that were none of the failures; added to on the policy's thread.</summary>
    public LatencyHistogram RoundTrip { get; } = new();

    /// <summary>Answers that were failures; from any thread.</summary>
    public long Failed => Volatile.Read(ref _failed);

    /// <summary>Something, about the policy or another source, that a person should know.</summary>
    public void Tell(string? code, string text, string source = "policy")
    {
        Happening happening = new(clock.NowNs, FlightLevel.Warning, code, code is null ? text : $"{code} {text}");
        recorder?.RecordText(happening.MonotonicNs, happening.Level, source, happening.Sentence);
        _failures.Enqueue(happening);
    }

    /// <summary>The oldest failure that nobody was told yet; null when there is none. From any thread.</summary>
    public Happening? NextFailure() => _failures.TryDequeue(out Happening? failure) ? failure : null;

    public void BeginEpisode()
    {
        meter.BeginEpisode();
        _wasUnfamiliar = false;
    }

    public void Judge(PolicyAnswer answer, Observation observation)
    {
        if (answer.IsFallback || answer.Raw.Rows == 0)
        {
            // The conservative policy is not measured, and its answer is no sign that the input is familiar again.
            answer.IsUnfamiliar = answer.IsFallback && _wasUnfamiliar;
            return;
        }

        ConfidenceReading reading = meter.Measure(answer.Raw, observation);
        answer.Confidence = reading.Confidence;
        answer.ConfidencePValue = reading.OverallP;
        answer.IsUnfamiliar = unfamiliarBelowP is { } limit
            && (reading[ConfidenceSignal.OodDistance].PValue < limit || reading[ConfidenceSignal.OodNeighbour].PValue < limit);
        _wasUnfamiliar = answer.IsUnfamiliar;
    }

    public void Report(PolicyQuestion question, PolicyAnswer answer)
    {
        if (answer.FailureCode is { } code)
        {
            System.Threading.Interlocked.Increment(ref _failed);
            Tell(code, answer.FailureText!);
            return;
        }

        long roundTripNs = clock.NowNs - question.AskedAtNs;
        RoundTrip.Add(roundTripNs);
        recorder?.RecordChunk(new FlightChunk
        {
            MonotonicNs = clock.NowNs,
            ObservedAtStep = answer.Raw.ObservedAtStep,
            ObservedAtNs = answer.Raw.ObservedAtNs,
            Rows = answer.Raw.Rows,
            Raw = answer.Raw.Actions.ToArray(),
            Unnormalised = answer.Commands.ToArray(),
            InferenceMs = answer.Raw.InferenceMs,
            RoundTripMs = roundTripNs / NsPerMs,
        });
    }
}
