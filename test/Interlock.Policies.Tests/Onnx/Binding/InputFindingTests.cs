using Interlock.Core.Diagnostics;
using Interlock.Policies.Onnx;
using Interlock.Policies.Onnx.Native;

namespace Interlock.Policies.Tests.Onnx.Binding;

/// <summary>Inputs that cannot be bound: every finding says what to write, and nothing native stays.</summary>
[Collection(OnnxGroup.Name)]
public sealed class InputFindingTests : IDisposable
{
    private readonly Graph _graph = new();

    public void Dispose() => _graph.Dispose();

    [OnnxFact]
    public void An_input_of_unknown_meaning_is_not_guessed()
    {
        Diagnostic finding = Find(ElementType.Float32, [1, 3, 8, 8]);

        Assert.Equal("PO145", finding.Code);
        Assert.Contains("'x' (float32 1×3×8×8)", finding.Message, StringComparison.Ordinal);
        Assert.Contains("{ name: x, source: image, camera: CAMERA", finding.Hint, StringComparison.Ordinal);
    }

    [OnnxFact]
    public void A_declared_input_that_the_graph_does_not_have_names_the_nearest()
    {
        Diagnostic finding = Findings.OfLoading(Graph.Options(
            _graph.Echo("state", ElementType.Float32, 1, 2), new OnnxInput { Name = "stat", Source = OnnxInputSource.State }));

        Assert.Equal(("PO146", "did you mean 'state'?"), (finding.Code, finding.Hint));
    }

    [OnnxFact]
    public void Open_dimensions_behind_the_batch_have_to_be_written()
    {
        Diagnostic finding = Find(ElementType.Float32, [-1, -1], State);

        Assert.Equal("PO147", finding.Code);
        Assert.Contains("shape: [1, N]", finding.Message, StringComparison.Ordinal);
        using OnnxPolicy policy = OnnxPolicy.Load(Graph.Options(_graph.Echo("x", ElementType.Float32, -1, -1), State with { Shape = [1, 3] }));
        Assert.Equal([1, 2, 3], Graph.Answer(policy, Graph.Request(1, 2, 3)).Actions.ToArray());
    }

    [OnnxFact]
    public void A_written_shape_that_the_graph_contradicts_is_a_finding()
    {
        Assert.Equal("PO147", Find(ElementType.Float32, [1, 2], State with { Shape = [1, 3] }).Code);
        Assert.Equal("PO147", Find(ElementType.Float32, [-1, 2], State with { Shape = [0, 2] }).Code);
        Assert.Equal("PO147", Find(ElementType.Float32, [1, -1], State with { Shape = [1, int.MaxValue] }).Code);
    }

    [OnnxFact]
    public void A_source_is_not_written_into_a_type_that_cannot_hold_it()
    {
        Assert.Equal("PO147", Find(ElementType.Int64, [1, 2], State).Code);
        Assert.Equal("PO147", Find(ElementType.Float32, [1, 2], State with { Source = OnnxInputSource.TaskIds }).Code);
        Assert.Equal("PO147", Find((ElementType)10, [1, 2], State).Code);
    }

    [OnnxFact]
    public void An_image_whose_layout_is_not_clear_is_a_finding()
    {
        OnnxInput image = State with { Source = OnnxInputSource.Image };

        Assert.Equal("PO147", Find(ElementType.Float32, [1, 3, 5, 3], image).Code);
        Assert.Equal("PO147", Find(ElementType.Float32, [2, 3, 5, 5], image).Code);
        Assert.Equal("PO147", Find(ElementType.Float32, [1, 3, 5, 5], image with { Std = [1, 0, 1] }).Code);
        Assert.Equal("PO147", Find(ElementType.Float32, [1, 3, 5, 5], image with { Mean = [1] }).Code);
    }

    [OnnxFact]
    public void Tokens_that_do_not_fit_are_found_at_load()
    {
        OnnxPolicyOptions options = Graph.Options(_graph.Echo("task_ids", ElementType.Int64, 1, 2));

        Assert.Equal("PO147", Findings.OfLoading(options).Code);
        Assert.Equal("PO147", Findings.OfLoading(options with { TaskTokens = new Dictionary<string, IReadOnlyList<long>> { ["fold"] = [1, 2, 3] } }).Code);
    }

    [OnnxFact]
    public void A_wrong_count_of_constants_is_a_finding() =>
        Assert.Equal("PO147", Find(ElementType.Float32, [1, 3], State with { Source = OnnxInputSource.Constant, Values = [1, 2] }).Code);

    [OnnxFact]
    public void Samples_without_anything_random_are_a_finding() =>
        Assert.Equal("PO155", Findings.OfLoading(Graph.Options(_graph.Echo("state", ElementType.Float32, 1, 2)) with { Samples = 2 }).Code);

    [OnnxFact]
    public void Settings_out_of_range_are_all_named()
    {
        OnnxPolicyOptions options = Graph.Options(_graph.Echo("state", ElementType.Float32, 1, 2)) with { Threads = 0, WarmUpRuns = -1 };

        DiagnosticException thrown = Assert.Throws<DiagnosticException>(() => OnnxPolicy.Load(options));

        Assert.Equal(["PO155", "PO155"], thrown.Diagnostics.Select(finding => finding.Code));
    }

    private static OnnxInput State => new() { Name = "x", Source = OnnxInputSource.State };

    private Diagnostic Find(ElementType type, long[] shape, params OnnxInput[] inputs)
    {
        string path = _graph.Echo("x", type, shape);
        int before = OrtHandle.Live;
        Diagnostic finding = Findings.OfLoading(Graph.Options(path, inputs));
        Assert.InRange(OrtHandle.Live, 0, Math.Max(before, 1));
        return finding;
    }
}
