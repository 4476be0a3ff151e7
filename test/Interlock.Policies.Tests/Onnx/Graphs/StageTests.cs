using Interlock.Policies.Onnx;
using Interlock.Policies.Onnx.Authoring;
using Interlock.Policies.Onnx.Native;

namespace Interlock.Policies.Tests.Onnx.Graphs;

/// <summary>Two graphs: an encoder turns the image into features, a head adds them to the state.</summary>
[Collection(OnnxGroup.Name)]
public sealed class StageTests : IDisposable
{
    private readonly Graph _graph = new();

    public void Dispose() => _graph.Dispose();

    [OnnxFact]
    public void An_output_feeds_the_input_of_its_name()
    {
        using OnnxPolicy policy = OnnxPolicy.Load(Options(OnnxRecompute.Always));

        Assert.Equal([100, 102, 104], Ask(policy, sequence: 1, first: 100, state: [0, 1, 2]));
    }

    [OnnxFact]
    public void A_cached_encoder_runs_once_per_image()
    {
        using OnnxPolicy policy = OnnxPolicy.Load(Options(OnnxRecompute.WhenInputsChange));

        Ask(policy, sequence: 1, first: 10, state: [0, 0, 0]);
        double[] same = Ask(policy, sequence: 1, first: 10, state: [1, 1, 1]);
        double[] next = Ask(policy, sequence: 2, first: 20, state: [1, 1, 1]);

        Assert.Equal([2, 3], policy.Chain.Stages.Select(stage => stage.Runs));
        Assert.Equal([11, 12, 13], same);
        Assert.Equal([21, 22, 23], next);
    }

    [OnnxFact]
    public void A_new_episode_computes_a_cached_stage_again()
    {
        using OnnxPolicy policy = OnnxPolicy.Load(Options(OnnxRecompute.WhenInputsChange));
        Ask(policy, sequence: 1, first: 10, state: [0, 0, 0]);
        policy.BeginEpisode(1);

        Assert.Equal([50, 51, 52], Ask(policy, sequence: 1, first: 50, state: [0, 0, 0]));
    }

    [OnnxFact]
    public void A_stage_may_run_once_in_several_answers()
    {
        using OnnxPolicy policy = OnnxPolicy.Load(Options(OnnxRecompute.EveryCalls, every: 3));
        double[] firsts = [.. Enumerable.Range(0, 7).Select(i => Ask(policy, sequence: i, first: 10 * i, state: [0, 0, 0])[0])];

        Assert.Equal([0, 0, 0, 30, 30, 30, 60], firsts);
    }

    [OnnxFact]
    public void A_failed_answer_does_not_hide_new_features()
    {
        OnnxPolicyOptions options = Options(OnnxRecompute.WhenInputsChange);
        OnnxPolicyOptions cachedHead = options with { Stages = [options.Stages[0], options.Stages[1] with { Recompute = OnnxRecompute.WhenInputsChange }] };
        using OnnxPolicy policy = OnnxPolicy.Load(cachedHead);
        Ask(policy, sequence: 1, first: 10, state: [0, 0, 0]);

        Findings.OfAsking(policy, Graph.Request(Images.Of(1, 1, 2, first: 20), 0, 0));

        Assert.Equal([20, 21, 22], Ask(policy, sequence: 2, first: 20, state: [0, 0, 0]));
    }

    [OnnxFact]
    public void Stages_that_do_not_fit_are_a_finding()
    {
        OnnxPolicyOptions options = Options(OnnxRecompute.Always, features: 2);

        Assert.Equal("PO156", Findings.OfLoading(options).Code);
    }

    private static double[] Ask(OnnxPolicy policy, long sequence, int first, double[] state) =>
        Graph.Answer(policy, Graph.Request(Images.Of(1, 1, sequence, first: first), state)).Actions.ToArray();

    private OnnxPolicyOptions Options(OnnxRecompute recompute, int every = 1, int features = 3)
    {
        OnnxGraphWriter encoder = new("encoder");
        string image = encoder.Input("image", ElementType.UInt8, 1, 1, 1, 3);
        string pixels = encoder.Node("Cast", [image], null, OnnxAttribute.Of("to", (long)ElementType.Float32));
        encoder.Output(encoder.Reshape(pixels, [1, 3], "features"), ElementType.Float32, 1, 3);

        OnnxGraphWriter head = new("head");
        string given = head.Input("features", ElementType.Float32, 1, features);
        string state = head.Input("state", ElementType.Float32, 1, features);
        head.Output(head.Add(given, state, "actions"), ElementType.Float32, 1, features);
        OnnxInput camera = new() { Name = "image", Source = OnnxInputSource.Image, Layout = OnnxImageLayout.Hwc };
        return new OnnxPolicyOptions
        {
            Stages =
            [
                new OnnxStage { Path = _graph.Write(encoder, "encoder.onnx"), Inputs = [camera], Recompute = recompute, Every = every },
                new OnnxStage { Path = _graph.Write(head, "head.onnx") },
            ],
            WarmUpRuns = 0,
        };
    }
}
