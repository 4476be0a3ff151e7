using Interlock.Policies.Onnx.Native;

namespace Interlock.Policies.Onnx.Graphs;

/// <summary>
/// A session with its inputs and outputs bound. The shapes of the outputs come from a first run in which the runtime makes them: a graph
/// may leave dimensions open that its inputs settle.
/// </summary>
internal sealed class GraphRun : IDisposable
{
    private readonly OrtRuntime _runtime;
    private readonly OrtSession _session;
    private readonly IReadOnlyList<OrtTensor> _owned;
    private readonly List<OrtTensor> _outputs = [];
    private readonly List<Utf8Text> _texts = [];
    private readonly nint[] _inputNames;
    private readonly nint[] _inputs;
    private readonly nint[] _outputNames;
    private readonly nint[] _outputValues;

    /// <param name="runtime">The runtime.</param>
    /// <param name="session">Owned from now on.</param>
    /// <param name="inputs">One per input of the session, in its order.</param>
    /// <param name="owned">Those that this run disposes.</param>
    /// <param name="outputs">Names of the outputs that anyone wants.</param>
    public GraphRun(OrtRuntime runtime, OrtSession session, IReadOnlyList<OrtTensor> inputs, IReadOnlyList<OrtTensor> owned, IReadOnlyList<string> outputs)
    {
        _runtime = runtime;
        _session = session;
        _owned = owned;
        OutputNames = outputs;
        _inputNames = [.. session.Inputs.Select(input => TextOf(input.Name))];
        _inputs = [.. inputs.Select(input => input.Address)];
        _outputNames = [.. outputs.Select(TextOf)];
        _outputValues = new nint[outputs.Count];
    }

    public IReadOnlyList<string> OutputNames { get; }

    /// <summary>In the order of <see cref="OutputNames"/>; empty before <see cref="BindOutputs"/>.</summary>
    public IReadOnlyList<OrtTensor> Outputs => _outputs;

    /// <summary>Runs once, learns the shapes of the outputs and binds memory for them.</summary>
    /// <returns>The first output that is no supported tensor; null when all are.</returns>
    /// <exception cref="OrtFailure">The run failed.</exception>
    public TensorInfo? BindOutputs()
    {
        Execute(0);
        TensorInfo[] infos = Taken();
        TensorInfo? wrong = Array.Find(infos, info => !info.Type.IsKnown());
        for (int i = 0; i < infos.Length && wrong is null; i++)
        {
            _outputs.Add(new OrtTensor(_runtime, infos[i].Type, infos[i].Shape));
            _outputValues[i] = _outputs[i].Address;
        }

        return wrong;
    }

    public void Execute(nint runOptions) =>
        _runtime.Api.Run(_session.Address, runOptions, _inputNames, _inputs, _outputNames, _outputValues);

    public void Dispose()
    {
        _session.Dispose();
        foreach (IDisposable item in _owned.Concat<IDisposable>(_outputs).Concat(_texts))
        {
            item.Dispose();
        }
    }

    /// <summary>Describes and releases what the runtime made.</summary>
    private TensorInfo[] Taken()
    {
        OrtHandle[] made = [.. _outputValues.Select(value => new OrtHandle(_runtime.Api, value, OrtFunction.ReleaseValue))];
        Array.Clear(_outputValues);
        try
        {
            return [.. made.Select((value, i) => OrtShape.OfValue(_runtime.Api, OutputNames[i], value.Address))];
        }
        finally
        {
            Array.ForEach(made, value => value.Dispose());
        }
    }

    private nint TextOf(string name)
    {
        Utf8Text text = new(name);
        _texts.Add(text);
        return text.Address;
    }
}
