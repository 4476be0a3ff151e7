using Interlock.Core.Observations;
using Interlock.Policies.Onnx;
using Interlock.Policies.Onnx.Native;

namespace Interlock.Policies.Tests.Onnx.Binding;

[Collection(OnnxGroup.Name)]
public sealed class ImageInputTests : IDisposable
{
    private readonly Graph _graph = new();

    public void Dispose() => _graph.Dispose();

    [OnnxFact]
    public void Bytes_in_rows_arrive_as_they_are()
    {
        using OnnxPolicy policy = Load(ElementType.UInt8, [1, 2, 2, 3], new OnnxInput { Name = "x", Source = OnnxInputSource.Image });

        Assert.Equal(Enumerable.Range(0, 12).Select(value => (double)value), Ask(policy, Images.Of(2, 2, 1)));
    }

    [OnnxFact]
    public void Bytes_in_planes_are_sorted_by_colour()
    {
        using OnnxPolicy policy = Load(ElementType.UInt8, [1, 3, 1, 2], new OnnxInput { Name = "x", Source = OnnxInputSource.Image });

        Assert.Equal([0, 3, 1, 4, 2, 5], Ask(policy, Images.Of(2, 1, 1)));
    }

    [OnnxFact]
    public void Floating_point_is_divided_by_255_and_normalised_per_colour()
    {
        OnnxInput input = new() { Name = "x", Source = OnnxInputSource.Image, Mean = [0.5, 0.25, 0], Std = [0.5, 1, 2] };
        using OnnxPolicy planes = Load(ElementType.Float32, [1, 3, 1, 2], input);
        using OnnxPolicy rows = Load(ElementType.Float64, [1, 2, 3], input, "rows.onnx");
        double[] values = [250, 251, 252, 253, 254, 255];
        double[] expected = [.. values.Select((value, i) => ((value / 255) - input.Mean[i % 3]) / input.Std[i % 3])];

        double[] byRow = Ask(rows, Images.Of(2, 1, 1, first: 250));
        double[] byPlane = Ask(planes, Images.Of(2, 1, 1, first: 250));

        Assert.All(expected.Zip(byRow), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
        Assert.All(new[] { 0, 3, 1, 4, 2, 5 }.Zip(byPlane), pair => Assert.Equal(expected[pair.First], pair.Second, 1e-6));
    }

    [OnnxFact]
    public void The_camera_is_chosen_by_name()
    {
        using OnnxPolicy policy = Load(ElementType.UInt8, [1, 1, 1, 3], new OnnxInput { Name = "x", Source = OnnxInputSource.Image, Camera = "top", Layout = OnnxImageLayout.Hwc });
        PolicyRequest request = Graph.Request(Images.Of(1, 1, 1));
        Observation both = request.Observation with { Images = [Images.Of(1, 1, 1), Images.Of(1, 1, 1, "top", first: 100)] };

        Assert.Equal([100, 101, 102], Graph.Answer(policy, request with { Observation = both }).Actions.ToArray());
        Assert.Equal("PO152", Findings.OfAsking(policy, request).Code);
    }

    [OnnxFact]
    public void An_image_of_another_size_encoding_or_length_is_a_finding()
    {
        using OnnxPolicy policy = Load(ElementType.UInt8, [1, 2, 2, 3], new OnnxInput { Name = "x", Source = OnnxInputSource.Image });

        Assert.Equal("PO152", Findings.OfAsking(policy, Graph.Request(Images.Of(3, 2, 1))).Code);
        Assert.Equal("PO152", Findings.OfAsking(policy, Graph.Request(Images.Of(2, 2, 1) with { Encoding = ImageEncoding.Jpeg })).Code);
        Assert.Equal("PO152", Findings.OfAsking(policy, Graph.Request(Images.Of(2, 2, 1) with { Data = new byte[11] })).Code);
        Assert.Equal("PO152", Findings.OfAsking(policy, Graph.Request()).Code);
    }

    private static double[] Ask(OnnxPolicy policy, CameraImage image) => Graph.Answer(policy, Graph.Request(image)).Actions.ToArray();

    /// <summary>A policy whose single action is the image as the graph got it.</summary>
    private OnnxPolicy Load(ElementType type, long[] shape, OnnxInput input, string name = "image.onnx")
    {
        Policies.Onnx.Authoring.OnnxGraphWriter graph = new("flat");
        string x = graph.Input("x", type, shape);
        long count = shape.Aggregate((a, b) => a * b);
        graph.Output(graph.Reshape(x, [1, count], "actions"), type, 1, count);
        return OnnxPolicy.Load(Graph.Options(_graph.Write(graph, name), input));
    }
}
