using Interlock.Core.Diagnostics;
using Interlock.Policies.Networks;
using Interlock.Policies.Wire.Numpy;
using Xunit;

namespace Interlock.Policies.Tests.Networks;

public sealed class NetworkFileTests
{
    private const string Good =
        """
        { "interlock": "network/1", "name": "n", "weights": "w.safetensors", "state_dimension": 3, "action_dimension": 2, "rows": 4,
          "tasks": ["push", "pick"],
          "layers": [ { "tensor": "in", "activation": "gelu", "dropout": 0.1 }, { "tensor": "mid", "activation": "tanh", "residual": true },
                      { "tensor": "out" } ] }
        """;

    [Fact]
    public void A_network_is_loaded_from_its_two_files()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "n.network.json"), Good);
            File.WriteAllBytes(Path.Combine(folder, "w.safetensors"), NetworkFiles.Bytes(NetworkFiles.SmallTensors()));
            using NetworkPolicy policy = NetworkPolicy.Load(Path.Combine(folder, "n.network.json"), samples: 3);
            Assert.Equal((2, 4, 3), (policy.Description.ActionDimension, policy.Description.MaxRows, policy.Description.MaxSamples));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData("\"gelu\"", "\"gelo\"", "PO174")]
    [InlineData("0.1", "1", "PO174")]
    [InlineData("\"rows\": 4", "\"rows\": 0", "PO174")]
    [InlineData("\"tensor\": \"in\", ", "", "PO173")]
    [InlineData("\"residual\"", "\"residuel\"", "PO172")]
    [InlineData("[\"push\", \"pick\"]", "[\"push\", \"push\"]", "PO174")]
    [InlineData("\"tasks\"", "\"state_mean\": [1], \"tasks\"", "PO174")]
    [InlineData("\"tasks\"", "\"tokens\": { \"bins\": 4, \"min\": 1, \"max\": 1 }, \"tasks\"", "PO174")]
    public void A_mistake_in_the_description_is_named(string right, string wrong, string code) => Assert.Equal(
        code,
        Assert.Throws<DiagnosticException>(() => NetworkReader.Read(System.Text.Encoding.UTF8.GetBytes(Good.Replace(right, wrong)), "n")).Diagnostics[0].Code);

    [Fact]
    public void A_tensor_that_does_not_fit_is_named()
    {
        Assert.Equal(("PO180", "mid.bias"), Finding(tensors => tensors.RemoveAll(tensor => tensor.Key == "mid.bias")));
        Assert.Equal(("PO181", "in.weight"), Finding(tensors => Replace(tensors, "in", 16, 4)));
        Assert.Equal(("PO181", "mid.weight"), Finding(tensors => Replace(tensors, "mid", 15, 16)));
        Assert.Equal(("PO181", "out.weight"), Finding(tensors => Replace(tensors, "out", 9, 16)));
        Assert.Equal(("PO184", "'extra'"), Finding(tensors => tensors.Add(NetworkFiles.Tensor("extra", new NumpyShape(1), 1))));
    }

    [Fact]
    public void A_weight_that_is_no_number_is_named() => Assert.Equal(
        ("PO182", "in.bias"),
        Finding(tensors => tensors[1] = NetworkFiles.Tensor("in.bias", new NumpyShape(16), [.. Enumerable.Repeat(float.NaN, 16)])));

    [Fact]
    public void A_damaged_weights_file_is_a_finding_and_never_a_crash()
    {
        byte[] good = NetworkFiles.Bytes(NetworkFiles.SmallTensors());
        for (int length = 0; length < good.Length; length += 7)
        {
            Assert.Throws<DiagnosticException>(() => NetworkPolicy.Create(NetworkFiles.Small(Activation.Relu), good.AsMemory(0, length), "w"));
        }
    }

    private static void Replace(List<KeyValuePair<string, NumpyArray>> tensors, string name, int outputs, int inputs)
    {
        tensors.RemoveAll(tensor => tensor.Key.StartsWith(name));
        tensors.AddRange(NetworkFiles.Dense(name, outputs, inputs, seed: 4));
    }

    private static (string Code, string? Key) Finding(Action<List<KeyValuePair<string, NumpyArray>>> spoil)
    {
        List<KeyValuePair<string, NumpyArray>> tensors = [.. NetworkFiles.SmallTensors()];
        spoil(tensors);
        Diagnostic finding = Assert.Throws<DiagnosticException>(
            () => NetworkPolicy.Create(NetworkFiles.Small(Activation.Relu), NetworkFiles.Bytes(tensors), "w.safetensors")).Diagnostics[0];
        return (finding.Code, finding.Place?.Key);
    }
}
