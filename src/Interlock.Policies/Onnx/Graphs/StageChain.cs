using Interlock.Core.Diagnostics;
using Interlock.Policies.Onnx.Binding;
using Interlock.Policies.Onnx.Native;

namespace Interlock.Policies.Onnx.Graphs;

/// <summary>The graphs in the order they run.</summary>
internal sealed class StageChain : IDisposable
{
    private readonly GraphStage[] _stages;

    private StageChain(IReadOnlyList<GraphStage> stages, OutputChoice choice)
    {
        _stages = [.. stages];
        Choice = choice;
    }

    public OutputChoice Choice { get; }

    public IReadOnlyList<GraphStage> Stages => _stages;

    public IEnumerable<InputBinding> Bindings => _stages.SelectMany(stage => stage.Bindings);

    /// <summary>Loads, binds and warms up all graphs; on failure nothing is left behind.</summary>
    /// <exception cref="DiagnosticException">PO142 to PO150, PO156.</exception>
    public static StageChain Load(OrtRuntime runtime, OnnxPolicyOptions options, TaskVocabulary tasks)
    {
        List<OrtSession> sessions = [];
        List<GraphStage> stages = [];
        try
        {
            sessions.AddRange(options.Stages.Select(stage => OrtFindings.Open(runtime, stage.Path, options)));
            OutputChoice choice = OutputChoice.Of(options, sessions);
            for (int i = 0; i < sessions.Count; i++)
            {
                StageBuilder builder = new(runtime, options.Stages[i], sessions[i], stages, new InputRules(tasks));
                stages.Add(builder.Build(Wanted(i, options, sessions, choice)));
                WarmUp(stages[i], options.WarmUpRuns);
            }

            return new StageChain(stages, choice);
        }
        catch
        {
            stages.ForEach(stage => stage.Dispose());
            sessions.ForEach(session => session.Dispose());
            throw;
        }
    }

    public OrtTensor Output(int stage, string name)
    {
        GraphRun graph = _stages[stage].Graph;
        return graph.Outputs[graph.OutputNames.ToList().IndexOf(name)];
    }

    public void Reset() => Array.ForEach(_stages, stage => stage.Reset());

    /// <summary>Runs what has to run for one sample.</summary>
    /// <exception cref="DiagnosticException">PO150 to PO154.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public void Infer(InferenceContext context, nint runOptions, CancellationToken cancellation)
    {
        foreach (GraphStage stage in _stages)
        {
            try
            {
                stage.Infer(context, runOptions);
            }
            catch (OrtFailure) when (cancellation.IsCancellationRequested)
            {
                throw new OperationCanceledException(cancellation);
            }
            catch (OrtFailure failure)
            {
                throw OrtFindings.OfRunning(failure, stage.Path);
            }
        }
    }

    public void Dispose() => Array.ForEach(_stages, stage => stage.Dispose());

    private static void WarmUp(GraphStage stage, int runs)
    {
        try
        {
            stage.WarmUp(runs);
        }
        catch (OrtFailure failure)
        {
            throw OrtFindings.OfRunning(failure, stage.Path);
        }
    }

    /// <summary>What a later stage takes or the answer is made of: an output nobody wants need not have a settled shape.</summary>
    private static string[] Wanted(int stage, OnnxPolicyOptions options, List<OrtSession> sessions, OutputChoice choice)
    {
        HashSet<string> taken = [];
        for (int later = stage + 1; later < sessions.Count; later++)
        {
            taken.UnionWith(sessions[later].Inputs.Select(input => input.Name).Except(options.Stages[later].Inputs.Select(input => input.Name)));
        }

        return [.. sessions[stage].Outputs.Select(output => output.Name).Where(name =>
            taken.Contains(name)
            || (stage == choice.ActionsStage && name == choice.Actions)
            || (stage == choice.LogitsStage && name == choice.Logits))];
    }
}
