using Interlock.Core.Diagnostics;
using Interlock.Core.Randomness;
using Interlock.Policies.Onnx;
using Interlock.Policies.Onnx.Authoring;
using Interlock.Policies.Onnx.Native;

namespace Interlock.Policies.Tests.Onnx;

/// <summary>Files that are no policy end in a finding that names them, and leave nothing native behind.</summary>
[Collection(OnnxGroup.Name)]
public sealed class HostileFileTests : IDisposable
{
    private readonly Graph _graph = new();

    public void Dispose() => _graph.Dispose();

    [OnnxFact]
    public void A_missing_file_is_named()
    {
        Diagnostic finding = Findings.OfLoading(Graph.Options("nowhere.onnx"));

        Assert.Equal(("PO142", "nowhere.onnx"), (finding.Code, finding.Place?.File));
    }

    [OnnxFact]
    public void An_empty_file_and_a_text_file_are_no_models()
    {
        Assert.Equal("PO143", Findings.OfLoading(Graph.Options(_graph.Write([]))).Code);
        Assert.Equal("PO143", Findings.OfLoading(Graph.Options(_graph.Write("version https://git-lfs"u8.ToArray()))).Code);
    }

    [OnnxFact]
    public void An_opset_of_the_future_is_refused_with_the_runtimes_words()
    {
        OnnxGraphWriter graph = new("future", opset: 999);
        graph.Output(graph.Tanh(graph.Input("state", ElementType.Float32, 1, 2), "actions"), ElementType.Float32, 1, 2);

        Diagnostic finding = Findings.OfLoading(Graph.Options(_graph.Write(graph)));

        Assert.Equal("PO144", finding.Code);
        Assert.Contains("opset", finding.Message, StringComparison.OrdinalIgnoreCase);
    }

    [OnnxFact]
    public void An_operator_that_does_not_exist_is_refused()
    {
        OnnxGraphWriter graph = new("unknown");
        graph.Output(graph.Node("Levitate", [graph.Input("state", ElementType.Float32, 1, 2)], "actions"), ElementType.Float32, 1, 2);

        Assert.Equal("PO144", Findings.OfLoading(Graph.Options(_graph.Write(graph))).Code);
    }

    [OnnxFact]
    public void A_file_cut_anywhere_is_a_finding()
    {
        byte[] whole = ReachModel.ToBytes();
        OnnxPolicy.Load(Graph.Options(_graph.Write(whole))).Dispose();
        int before = OrtHandle.Live;

        for (int length = 1; length < whole.Length; length++)
        {
            int cut = length;
            Assert.StartsWith("PO14", Findings.OfLoading(Graph.Options(_graph.Write(whole[..cut]))).Code, StringComparison.Ordinal);
        }

        Assert.Equal(before, OrtHandle.Live);
    }

    [OnnxFact]
    public void A_file_with_wrong_bytes_loads_or_is_a_finding()
    {
        const int Files = 300;
        SeededRandom random = new(1);
        OnnxPolicy.Load(Graph.Options(_graph.Write(ReachModel.ToBytes()))).Dispose();
        int before = OrtHandle.Live;
        for (int i = 0; i < Files; i++)
        {
            byte[] bytes = ReachModel.ToBytes();
            bytes[random.NextInt(bytes.Length)] ^= (byte)(1 + random.NextInt(255));
            try
            {
                OnnxPolicy.Load(Graph.Options(_graph.Write(bytes))).Dispose();
            }
            catch (DiagnosticException finding)
            {
                Assert.All(finding.Diagnostics, item => Assert.StartsWith("PO1", item.Code, StringComparison.Ordinal));
            }
        }

        Assert.Equal(before, OrtHandle.Live);
    }

    [OnnxFact]
    public void A_graph_that_fails_at_run_time_is_a_finding()
    {
        OnnxGraphWriter graph = new("out of range");
        string state = graph.Input("state", ElementType.Float32, 1, 2);
        string index = graph.Node("Cast", [state], null, OnnxAttribute.Of("to", (long)ElementType.Int64));
        graph.Output(graph.Gather(graph.Constant([1, 2], 2), index, 0, "actions"), ElementType.Float32, 1, 2);
        using OnnxPolicy policy = OnnxPolicy.Load(Graph.Options(_graph.Write(graph)));

        Assert.Equal("PO150", Findings.OfAsking(policy, Graph.Request(5, 5)).Code);
        Assert.Equal([1, 2], Graph.Answer(policy, Graph.Request(0, 1)).Actions.ToArray());
    }
}
