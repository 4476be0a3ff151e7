namespace Interlock.Policies.Tests.Onnx;

/// <summary>One after another: the tests count native handles of the whole process.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class OnnxGroup
{
    public const string Name = "onnx";
}
