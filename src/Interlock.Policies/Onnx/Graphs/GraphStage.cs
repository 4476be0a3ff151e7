using Interlock.Policies.Onnx.Binding;
using Interlock.Policies.Onnx.Native;

namespace Interlock.Policies.Onnx.Graphs;

/// <summary>One graph with its memory bound: inputs that are filled, inputs that are outputs of earlier stages, outputs.</summary>
internal sealed class GraphStage : IDisposable
{
    private readonly OnnxStage _declared;
    private readonly GraphRun _run;
    private readonly InputBinding[] _bindings;
    private readonly GraphStage[] _earlier;
    private long _answersSinceRun;
    private long _earlierRuns;
    private bool _valid;

    public GraphStage(OnnxStage declared, GraphRun run, IReadOnlyList<InputBinding> bindings, IReadOnlyList<GraphStage> earlier)
    {
        _declared = declared;
        _run = run;
        _bindings = [.. bindings];
        _earlier = [.. earlier];
    }

    public string Path => _declared.Path;

    public IReadOnlyList<InputBinding> Bindings => _bindings;

    public GraphRun Graph => _run;

    /// <summary>Inferences, warm-up included.</summary>
    public long Runs { get; private set; }

    /// <summary>Forgets the episode: the next answer computes the stage.</summary>
    public void Reset()
    {
        _valid = false;
        foreach (InputBinding binding in _bindings)
        {
            binding.Reset();
        }
    }

    /// <summary>Computes with whatever the buffers hold.</summary>
    public void WarmUp(int runs)
    {
        for (int i = 0; i < runs; i++)
        {
            Compute(0);
        }
    }

    /// <summary>Computes the stage for one sample, or leaves the last outputs where that was declared.</summary>
    /// <exception cref="OrtFailure">The inference failed.</exception>
    public void Infer(InferenceContext context, nint runOptions)
    {
        if (_declared.Recompute == OnnxRecompute.EveryCalls && !IsDue(context.Sample))
        {
            return;
        }

        foreach (InputBinding binding in _bindings)
        {
            binding.Fill(context);
        }

        if (_declared.Recompute != OnnxRecompute.WhenInputsChange || !_valid || InputsChanged())
        {
            Compute(runOptions);
        }
    }

    public void Dispose() => _run.Dispose();

    /// <summary>Counts an answer when its first sample asks.</summary>
    private bool IsDue(int sample)
    {
        if (!_valid || (sample == 0 && ++_answersSinceRun >= _declared.Every))
        {
            _answersSinceRun = 0;
            return true;
        }

        return false;
    }

    private bool InputsChanged()
    {
        foreach (InputBinding binding in _bindings)
        {
            if (binding.Buffer.Changed)
            {
                return true;
            }
        }

        return _earlierRuns != EarlierRuns();
    }

    /// <summary>A sum that never goes down tells whether any of them ran since, however the answers in between ended.</summary>
    private long EarlierRuns()
    {
        long sum = 0;
        foreach (GraphStage stage in _earlier)
        {
            sum += stage.Runs;
        }

        return sum;
    }

    private void Compute(nint runOptions)
    {
        _valid = false;
        _run.Execute(runOptions);
        _valid = true;
        Runs++;
        _earlierRuns = EarlierRuns();
        foreach (InputBinding binding in _bindings)
        {
            binding.Buffer.Changed = false;
        }
    }
}
