using Interlock.Core.Diagnostics;
using Interlock.Core.Randomness;
using Interlock.Policies.Onnx.Binding;
using Interlock.Policies.Onnx.Graphs;
using Interlock.Policies.Onnx.Native;

namespace Interlock.Policies.Onnx;

/// <summary>
/// A policy of one or more ONNX graphs, computed in this process by ONNX Runtime on the CPU. Inputs and outputs are bound once; an answer
/// allocates nothing on the managed heap. Numbers that are not finite pass through: the guard judges them.
/// </summary>
public sealed class OnnxPolicy : IPolicy
{
    private readonly StageChain _chain;
    private readonly InferenceContext _context;
    private readonly RunCancellation _cancellation;
    private readonly ActionOutput _actions;
    private readonly LogitsOutput? _logits;
    private readonly TimeProvider? _clock;
    private bool _disposed;

    private OnnxPolicy(StageChain chain, AnswerPlan plan, RunCancellation cancellation, TimeProvider? clock)
    {
        _chain = chain;
        _context = plan.Context;
        _actions = plan.Actions;
        _logits = plan.Logits;
        _cancellation = cancellation;
        _clock = clock;
        Description = plan.Description;
    }

    /// <inheritdoc />
    public PolicyDescription Description { get; }

    /// <summary>The graphs: what they ran, and the bare runtime for comparison.</summary>
    internal StageChain Chain => _chain;

    /// <summary>Loads the graphs, binds inputs and outputs, and warms up.</summary>
    /// <param name="options">Graphs and settings.</param>
    /// <param name="clock">Measures <see cref="PolicyChunk.InferenceMs"/>; null to leave it unset.</param>
    /// <exception cref="DiagnosticException">No usable library (PO140, PO141), file or graph (PO142 to PO144), an input or output that is
    /// not clear or does not fit (PO145 to PO149, PO156), a first inference that failed (PO150), a setting out of range (PO155).</exception>
    public static OnnxPolicy Load(OnnxPolicyOptions options, TimeProvider? clock = null)
    {
        SettingRules.Check(options);
        OrtRuntime runtime = OnnxRuntimeLibrary.Load(options.LibraryPath);
        TaskVocabulary tasks = new(options);
        StageChain chain = StageChain.Load(runtime, options, tasks);
        try
        {
            return new OnnxPolicy(chain, AnswerPlan.Of(chain, options, tasks), new RunCancellation(runtime), clock);
        }
        catch
        {
            chain.Dispose();
            throw;
        }
    }

    /// <inheritdoc />
    public void BeginEpisode(ulong seed)
    {
        _context.Random = new SeededRandom(seed);
        _context.Last?.Forget();
        _chain.Reset();
    }

    /// <inheritdoc />
    /// <exception cref="ArgumentException">The chunk is not of <see cref="Description"/>'s shape. One with room for fewer samples gets fewer.</exception>
    public ValueTask InferAsync(PolicyRequest request, PolicyChunk chunk, CancellationToken cancellation)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        cancellation.ThrowIfCancellationRequested();
        CheckShape(chunk);
        long start = _clock?.GetTimestamp() ?? 0;
        Answer(request, chunk, cancellation);
        chunk.InferenceMs = _clock?.GetElapsedTime(start).TotalMilliseconds;
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _disposed = true;
        _chain.Dispose();
        _cancellation.Dispose();
    }

    private void CheckShape(PolicyChunk chunk)
    {
        if (chunk.Dimension != Description.ActionDimension || chunk.MaxRows < Description.MaxRows)
        {
            throw new ArgumentException(
                $"the chunk holds {chunk.MaxRows} rows of {chunk.Dimension}, the policy answers {Description.MaxRows} of {Description.ActionDimension}",
                nameof(chunk));
        }
    }

    private void Answer(PolicyRequest request, PolicyChunk chunk, CancellationToken cancellation)
    {
        chunk.Reset(_actions.Rows, Math.Min(Description.MaxSamples, chunk.MaxSamples));
        _context.Request = request;
        bool answered = false;
        CancellationTokenRegistration listening = _cancellation.Listen(cancellation);
        try
        {
            Sample(chunk, cancellation);
            answered = true;
        }
        finally
        {
            listening.Dispose();
            _cancellation.Rearm();
            if (!answered)
            {
                chunk.Reset(0);
            }
        }

        chunk.ObservedAtStep = request.Observation.Step;
        chunk.ObservedAtNs = request.Observation.TimestampNs;
        _context.Last?.Keep(chunk);
    }

    private void Sample(PolicyChunk chunk, CancellationToken cancellation)
    {
        int done = 0;
        for (_context.Sample = 0; done < chunk.Samples; _context.Sample++)
        {
            _chain.Infer(_context, _cancellation.Address, cancellation);
            done += _actions.CopyTo(chunk, done);
            if (_context.Sample == 0)
            {
                chunk.TokenEntropyNats = _logits?.MeanEntropyNats();
            }
        }
    }
}
