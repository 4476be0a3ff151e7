using Interlock.Core.Diagnostics;
using Interlock.Core.Text;
using Interlock.Policies.Onnx.Binding;
using Interlock.Policies.Onnx.Native;

namespace Interlock.Policies.Onnx.Graphs;

/// <summary>Decides what each input of one graph takes and binds it.</summary>
internal sealed class StageBuilder(OrtRuntime runtime, OnnxStage stage, OrtSession session, IReadOnlyList<GraphStage> earlier, InputRules rules)
{
    private readonly DiagnosticCollector _report = new();
    private readonly List<OrtTensor> _inputs = [];
    private readonly List<OrtTensor> _owned = [];
    private readonly List<InputBinding> _bindings = [];
    private readonly List<GraphStage> _used = [];

    /// <summary>Builds the stage, which owns the session from then on; on failure the session is left to the caller.</summary>
    /// <exception cref="DiagnosticException">PO145, PO146, PO147, PO149, PO150, PO156.</exception>
    public GraphStage Build(IReadOnlyList<string> wantedOutputs)
    {
        try
        {
            CheckDeclaredNames();
            foreach (TensorInfo input in session.Inputs)
            {
                Bind(input);
            }

            _report.ThrowIfErrors();
            return new GraphStage(stage, Run(wantedOutputs), _bindings, _used);
        }
        catch
        {
            _owned.ForEach(tensor => tensor.Dispose());
            throw;
        }
    }

    private void CheckDeclaredNames()
    {
        string[] names = [.. session.Inputs.Select(input => input.Name)];
        foreach (string name in stage.Inputs.Select(input => input.Name).Where(name => !names.Contains(name)))
        {
            string hint = NearestName.Of(name, names) is { } near ? $"did you mean '{near}'?" : $"there are: {string.Join(", ", names)}";
            _report.Error(OnnxCodes.InputUnknown, $"the graph has no input '{name}'", Place, hint);
        }

        foreach (string name in stage.Inputs.GroupBy(input => input.Name).Where(group => group.Count() > 1).Select(group => group.Key))
        {
            _report.Error(OnnxCodes.InputUnknown, $"input '{name}' is declared more than once", Place);
        }
    }

    private void Bind(TensorInfo input)
    {
        OnnxInput? declared = stage.Inputs.FirstOrDefault(item => item.Name == input.Name);
        if (declared is null && earlier.LastOrDefault(item => item.Graph.OutputNames.Contains(input.Name)) is { } source)
        {
            Link(input, source);
        }
        else if ((declared ?? InputGuess.Of(input)) is { } known)
        {
            Bind(input, known);
        }
        else
        {
            _report.Error(OnnxCodes.InputUndeclared, $"it is not clear what input '{input.Name}' ({input.Text}) takes", Place, InputGuess.Advice(input));
        }
    }

    private void Bind(TensorInfo input, OnnxInput declared)
    {
        (long[]? shape, string? problem) = input.Type.IsKnown() ? InputShape.Of(input, declared) : (null, "this element type is not supported");
        problem ??= rules.Problem(declared, input.Type, shape!);
        if (problem is not null)
        {
            _report.Error(OnnxCodes.InputUnsuitable, $"input '{input.Name}' ({input.Text}) cannot be filled: {problem}", Place);
            return;
        }

        OrtTensor tensor = new(runtime, input.Type, shape!);
        _owned.Add(tensor);
        _inputs.Add(tensor);
        _bindings.Add(BindingFactory.Create(declared, tensor));
    }

    private void Link(TensorInfo input, GraphStage source)
    {
        OrtTensor output = source.Graph.Outputs[source.Graph.OutputNames.ToList().IndexOf(input.Name)];
        if (output.Buffer.Type != input.Type || !InputShape.Fits(input.Shape, output.Shape))
        {
            _report.Error(OnnxCodes.StagesDisagree, $"input '{input.Name}' is {input.Text}, '{source.Path}' gives {output.Text}", Place);
        }

        _inputs.Add(output);
        _used.Add(source);
    }

    private GraphRun Run(IReadOnlyList<string> wantedOutputs)
    {
        GraphRun run = new(runtime, session, _inputs, _owned, wantedOutputs);
        try
        {
            TensorInfo? wrong = session.Outputs.FirstOrDefault(output => wantedOutputs.Contains(output.Name) && !output.Type.IsKnown()) ?? run.BindOutputs();
            return wrong is null ? run : throw new DiagnosticException(
                OnnxCodes.OutputShape, $"output '{wrong.Name}' ({wrong.Text}) is no tensor of a supported type", Place);
        }
        catch (OrtFailure failure)
        {
            run.Dispose();
            throw OrtFindings.OfRunning(failure, stage.Path);
        }
        catch
        {
            run.Dispose();
            throw;
        }
    }

    private SourcePlace Place => SourcePlace.OfFile(stage.Path);
}
