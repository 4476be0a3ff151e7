using Interlock.Core.Diagnostics;
using Interlock.Policies.Wire;

namespace Interlock.Policies.Remote;

/// <summary>What the clients have in common: connecting when needed, deadlines, repeating, counting.</summary>
public abstract class RemotePolicy : IRemotePolicy
{
    private readonly RemoteOptions _options;
    private readonly TimeProvider _time;
    private readonly LinkKeeper _keeper;
    private readonly double[] _values;
    private RemoteCounts _counts = RemoteCounts.None;
    private bool _isDisposed;

    private protected RemotePolicy(string kind, RemoteOptions options, TimeProvider time, params ReadOnlySpan<string> schemes)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.LongestReplyBytes);
        Address = RemoteAddress.Parse(options.Address, schemes);
        Description = new PolicyDescription
        {
            Name = options.Name ?? options.Address,
            Kind = kind,
            ActionDimension = options.ActionDimension,
            MaxRows = options.MaxRows,
            TakesPrefix = options.Observation.SendsPrefix,
        };
        (_options, _time) = (options, time);
        _keeper = new LinkKeeper(options.Retry, options.Seed, time);
        _values = new double[checked(options.MaxRows * options.ActionDimension)];
    }

    /// <inheritdoc />
    public PolicyDescription Description { get; }

    /// <inheritdoc />
    public RemoteLink Link => _keeper.Link;

    /// <inheritdoc />
    public RemoteCounts Counts => Volatile.Read(ref _counts);

    private protected Uri Address { get; }

    private protected Span<double> Values => _values;

    /// <inheritdoc />
    public virtual void BeginEpisode(ulong seed) => _keeper.Reseed(seed);

    /// <inheritdoc />
    public async ValueTask ConnectAsync(CancellationToken cancellation)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        try
        {
            await EnsureConnectedAsync(cancellation);
        }
        catch (DiagnosticException failure)
        {
            Fail(failure);
            throw;
        }
    }

    /// <inheritdoc />
    public async ValueTask InferAsync(PolicyRequest request, PolicyChunk chunk, CancellationToken cancellation)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        chunk.Reset(0);
        for (int attempt = 1; !await TryAnswerAsync(request, chunk, attempt, cancellation); attempt++)
        {
            Count(counts => counts with { Retries = counts.Retries + 1 });
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Drops the connection.</summary>
    /// <param name="disposing">True always: there is no finaliser.</param>
    protected virtual void Dispose(bool disposing)
    {
        _isDisposed = true;
        Drop();
    }

    /// <summary>True while the connection can take a request; notices what happened to it since the last one.</summary>
    private protected abstract bool IsConnected();

    private protected abstract Task OpenAsync(CancellationToken cancellation);

    /// <summary>Sends one observation and reads the chunk into <see cref="Values"/>.</summary>
    private protected abstract Task<RemoteAnswer> ExchangeAsync(PolicyRequest request, Deadline deadline);

    private protected abstract void Drop();

    /// <summary>The connection failed with this code.</summary>
    private protected virtual void Lost(string code)
    {
    }

    private protected void Count(Func<RemoteCounts, RemoteCounts> change) => Volatile.Write(ref _counts, change(_counts));

    private async Task<bool> TryAnswerAsync(PolicyRequest request, PolicyChunk chunk, int attempt, CancellationToken cancellation)
    {
        try
        {
            await EnsureConnectedAsync(cancellation);
            Hand(await ExchangeInTimeAsync(request, cancellation), request, chunk);
            return true;
        }
        catch (DiagnosticException failure)
        {
            Fail(failure);
            if (attempt >= _options.Retry.MostAttempts || !RemoteCodes.MayRepeat(failure.Diagnostics[0].Code))
            {
                throw;
            }

            return false;
        }
        catch (OperationCanceledException)
        {
            Drop();
            _keeper.Dropped();
            throw;
        }
    }

    private async Task EnsureConnectedAsync(CancellationToken cancellation)
    {
        if (IsConnected())
        {
            return;
        }

        Drop();
        await _keeper.WaitAsync(cancellation);
        await OpenAsync(cancellation);
        _keeper.Connected();
    }

    private async Task<RemoteAnswer> ExchangeInTimeAsync(PolicyRequest request, CancellationToken cancellation)
    {
        bool isFirst = Counts.Answers == 0;
        using Deadline deadline = new(isFirst ? _options.FirstReplyTimeout ?? _options.RequestTimeout : _options.RequestTimeout, _time, cancellation);
        Count(counts => counts with { Requests = counts.Requests + 1 });
        return await deadline.GuardAsync(ExchangeAsync(request, deadline), _options.Address, "request", "no reply");
    }

    private void Hand(RemoteAnswer answer, PolicyRequest request, PolicyChunk chunk)
    {
        ActionBlock block = answer.Block;
        if (block.Rows < 1 || block.Columns != Description.ActionDimension)
        {
            throw RemoteError.Of(
                RemoteCodes.WrongShape,
                _options.Address,
                "actions",
                $"the chunk is {block.Rows} × {block.Columns}; rows of {Description.ActionDimension} values were expected",
                "compare the checkpoint that the server runs with the contract's channels");
        }

        chunk.Reset(block.Rows);
        _values.AsSpan(0, block.Rows * block.Columns).CopyTo(chunk.Actions);
        chunk.ObservedAtStep = request.Observation.Step;
        chunk.ObservedAtNs = request.Observation.TimestampNs;
        chunk.InferenceMs = answer.InferenceMs;
        _keeper.Answered();
        Count(counts => counts with { Answers = counts.Answers + 1, NonFiniteValues = counts.NonFiniteValues + block.NonFinite });
    }

    private void Fail(DiagnosticException failure)
    {
        Diagnostic finding = failure.Diagnostics[0];
        bool isTimeOut = finding.Code == RemoteCodes.TimedOut;
        Count(counts => counts with { Failures = counts.Failures + 1, TimeOuts = counts.TimeOuts + (isTimeOut ? 1 : 0) });
        if (RemoteCodes.LeavesConnection(finding.Code))
        {
            _keeper.Refused(finding);
            return;
        }

        Drop();
        Lost(finding.Code);
        _keeper.Failed(finding);
    }
}
