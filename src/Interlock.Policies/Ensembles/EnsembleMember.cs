using Interlock.Core.Diagnostics;

namespace Interlock.Policies.Ensembles;

/// <summary>One member of an ensemble, and how it has done since it was made. Counters belong to the policy thread.</summary>
public sealed class EnsembleMember
{
    private readonly IPolicy _policy;
    private Task? _running;
    private ulong? _pendingSeed;

    internal EnsembleMember(IPolicy policy)
    {
        _policy = policy;
        Chunk = new PolicyChunk(policy.Description.MaxRows, policy.Description.ActionDimension, policy.Description.MaxSamples);
    }

    /// <summary>Name of the policy.</summary>
    public string Name => _policy.Description.Name;

    /// <summary>Answers that were used.</summary>
    public long Answers { get; private set; }

    /// <summary>Answers that were left out because the member failed or had no rows.</summary>
    public long Failures { get; private set; }

    /// <summary>Answers that were left out because they were late, or because the member was still busy with one that had been.</summary>
    public long TimeOuts { get; private set; }

    /// <summary>What went wrong last; null when nothing has.</summary>
    public Diagnostic? LastFailure { get; private set; }

    /// <summary>Its last answer; of the present question when <see cref="Answered"/>.</summary>
    internal PolicyChunk Chunk { get; }

    /// <summary>Whether <see cref="Chunk"/> answers the present question.</summary>
    internal bool Answered { get; private set; }

    /// <summary>Whether it answered that there is nothing to do.</summary>
    internal bool Starved { get; private set; }

    internal void BeginEpisode(ulong seed) => _pendingSeed = seed;

    /// <summary>Asks; whatever goes wrong with the member is counted, only the caller's own cancellation comes out.</summary>
    internal async Task AskAsync(PolicyRequest request, EnsembleOptions options, CancellationToken cancellation)
    {
        (Answered, Starved) = (false, false);
        if (_running is { IsCompleted: false })
        {
            Late("is still busy with an answer that was late");
            return;
        }

        using CancellationTokenSource limit = new(options.MemberTimeout ?? Timeout.InfiniteTimeSpan, options.Time);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            _running = options.Concurrently ? Task.Run(() => InferAsync(request, either.Token), CancellationToken.None) : InferAsync(request, either.Token);
            await _running.WaitAsync(either.Token);
            Take();
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            throw;
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            Late("gave no answer in time");
        }
        catch (DiagnosticException exception)
        {
            Fail(exception.Diagnostics.First(item => item.Severity == DiagnosticSeverity.Error));
        }
        catch (Exception exception)
        {
            Fail(Finding(EnsembleCodes.MemberFailed, $"failed: {exception.GetType().Name}: {exception.Message.TrimEnd('.')}"));
        }
        finally
        {
            ForgetFault();
        }
    }

    internal void Dispose() => _policy.Dispose();

    private async Task InferAsync(PolicyRequest request, CancellationToken cancellation)
    {
        if (_pendingSeed is { } seed)
        {
            _policy.BeginEpisode(seed);
            _pendingSeed = null;
        }

        await _policy.InferAsync(request, Chunk, cancellation);
    }

    private void Take()
    {
        Starved = Chunk.Rows == 0;
        Answered = !Starved;
        if (Answered)
        {
            Answers++;
        }
        else
        {
            Fail(Finding(EnsembleCodes.MemberFailed, "gave an answer without rows"));
        }
    }

    private void Late(string what)
    {
        TimeOuts++;
        LastFailure = Finding(EnsembleCodes.MemberLate, what);
    }

    private void Fail(Diagnostic finding)
    {
        Failures++;
        LastFailure = finding;
    }

    private Diagnostic Finding(string code, string what) => new(code, DiagnosticSeverity.Error, $"the member '{Name}' {what}");

    /// <summary>The failure of an answer that nobody waits for any more is looked at, so that it does not end the process.</summary>
    private void ForgetFault()
    {
        if (_running is { IsCompleted: false })
        {
            _ = _running.ContinueWith(
                static task => _ = task.Exception,
                CancellationToken.None,
                TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default);
        }
    }
}
