using Interlock.Policies.Onnx;
using Interlock.Policies.Onnx.Graphs;
using Interlock.Policies.Onnx.Native;

namespace Interlock.Policies.Tests.Onnx.Graphs;

[Collection(OnnxGroup.Name)]
public sealed class RunCancellationTests : IDisposable
{
    private readonly Graph _graph = new();

    public void Dispose() => _graph.Dispose();

    [OnnxFact]
    public async Task A_cancelled_run_ends_and_the_next_one_runs()
    {
        using OnnxPolicy policy = OnnxPolicy.Load(Graph.Options(_graph.Echo("state", ElementType.Float32, 1, 2)));
        using RunCancellation cancellation = new(OnnxRuntimeLibrary.Load(null));
        using CancellationTokenSource source = new();
        GraphRun run = policy.Chain.Stages[0].Graph;
        await source.CancelAsync();

        await cancellation.Listen(source.Token).DisposeAsync();
        Assert.Throws<OrtFailure>(() => run.Execute(cancellation.Address));
        cancellation.Rearm();

        run.Execute(cancellation.Address);
    }
}
