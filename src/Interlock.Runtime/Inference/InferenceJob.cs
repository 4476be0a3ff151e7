using Interlock.Core.Diagnostics;
using Interlock.Core.Observations;
using Interlock.Policies;
using Interlock.Runtime.Clock;
using Interlock.Runtime.Sensing;

namespace Interlock.Runtime.Inference;

/// <summary>One inference from question to answer: observe, ask the policy, decode, judge. Runs on the policy's thread; whatever fails becomes a finding.</summary>
internal sealed class InferenceJob : IDisposable
{
    private readonly PolicySlot _main;
    private readonly PolicySlot? _fallback;
    private readonly CameraHub _cameras;
    private readonly ILoopClock _clock;
    private readonly TimeProvider _time;
    private readonly PrefixMemory _prefix;
    private readonly PrefixMemory? _fallbackPrefix;
    private readonly IAnswerJudge? _judge;
    private readonly string? _task;
    private readonly bool _sendsPrefix;

    public InferenceJob(InferenceParts parts)
    {
        _main = parts.Main;
        _fallback = parts.Fallback;
        _cameras = parts.Cameras;
        _clock = parts.Clock;
        _time = parts.Time;
        _judge = parts.Judge;
        _task = parts.Task;
        _sendsPrefix = parts.SendsPrefix;
        Timeout = parts.Timeout;
        _prefix = new PrefixMemory(_main.Policy.Description);
        _fallbackPrefix = _fallback is null ? null : new PrefixMemory(_fallback.Policy.Description);
    }

    /// <summary>After this an answer is not wanted any more.</summary>
    public TimeSpan Timeout { get; }

    public long TimeoutNs => (long)Timeout.TotalNanoseconds;

    public PolicyQuestion NewQuestion() => new(_main.Meaning.Channels);

    public PolicyAnswer NewAnswer() => new(_main.Policy.Description, _fallback?.Policy.Description, _main.Meaning.Channels);

    public void BeginEpisode(ulong seed)
    {
        _main.Policy.BeginEpisode(seed);
        _fallback?.Policy.BeginEpisode(seed);
        _prefix.Clear();
        _fallbackPrefix?.Clear();
    }

    public void Run(PolicyQuestion question, PolicyAnswer answer, CancellationToken closing)
    {
        answer.Clear(isFallback: question.AsksFallback && _fallback is not null);
        try
        {
            Observation observation = Observe(question);
            Infer(question, answer, observation, closing);
            Decode(question, answer);
            _judge?.Judge(answer, observation);
        }
        catch (OperationCanceledException) when (!closing.IsCancellationRequested)
        {
            FailLate(answer);
        }
        catch (DiagnosticException exception)
        {
            Diagnostic first = exception.Diagnostics[0];
            answer.Fail(first.Code, first.Message);
        }
        catch (Exception exception)
        {
            answer.Fail(RuntimeCodes.PolicyCrashed, $"the policy crashed: {exception.GetType().Name}: {exception.Message}");
        }

        // An answer that the end of the run cut off is no failure of the policy.
        if (!closing.IsCancellationRequested)
        {
            Report(question, answer);
        }
    }

    /// <summary>The answer of a policy that takes too long.</summary>
    public void TimeOut(PolicyQuestion question, PolicyAnswer answer)
    {
        answer.Clear(isFallback: question.AsksFallback && _fallback is not null);
        FailLate(answer);
        Report(question, answer);
    }

    private void FailLate(PolicyAnswer answer) =>
        answer.Fail(RuntimeCodes.InferenceTimeout, $"the policy did not answer within {Timeout.TotalMilliseconds:0} ms");

    public void Dispose()
    {
        _main.Dispose();
        _fallback?.Dispose();
    }

    // Whoever listens must not take the policy's thread along.
    private void Report(PolicyQuestion question, PolicyAnswer answer)
    {
        try
        {
            _judge?.Report(question, answer);
        }
        catch (Exception exception)
        {
            answer.Fail(RuntimeCodes.PolicyCrashed, $"the answer could not be reported: {exception.GetType().Name}: {exception.Message}");
        }
    }

    private Observation Observe(PolicyQuestion question) => new()
    {
        Step = question.Step,
        TimestampNs = question.StateTimestampNs,
        State = question.State.AsSpan().ToArray(),
        Images = _cameras.Newest(),
        Task = _task,
    };

    private void Infer(PolicyQuestion question, PolicyAnswer answer, Observation observation, CancellationToken closing)
    {
        PrefixMemory prefix = answer.IsFallback ? _fallbackPrefix! : _prefix;
        PolicyRequest request = new()
        {
            Observation = observation,
            // With no action left nothing is under way: what was remembered belongs to a plan that was dropped or used up.
            Prefix = question.MustAnswer || !_sendsPrefix ? ReadOnlyMemory<double>.Empty : prefix.From(question.Step),
            ExpectedDelaySteps = question.ExpectedDelaySteps,
            MustAnswer = question.MustAnswer,
        };
        using CancellationTokenSource late = new(Timeout, _time);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, closing);
        IPolicy policy = (answer.IsFallback ? _fallback! : _main).Policy;
        ValueTask pending = policy.InferAsync(request, answer.Raw, either.Token);
        if (!pending.IsCompletedSuccessfully)
        {
            pending.AsTask().GetAwaiter().GetResult();
        }

        answer.Raw.ObservedAtStep = question.Step;
        answer.Raw.ObservedAtNs = question.StateTimestampNs;
        prefix.Remember(answer.Raw);
    }

    private void Decode(PolicyQuestion question, PolicyAnswer answer)
    {
        long begin = _clock.NowNs;
        (answer.IsFallback ? _fallback! : _main).Meaning.Apply(
            answer.Raw.Actions, question.State, question.HasCommand ? question.LastCommand : [], answer.Commands);
        answer.DecodeNs = _clock.NowNs - begin;
    }
}
