namespace Interlock.Datasets.Tests.Opening;

/// <summary>Tests that look at the heap of the process run when no other test does.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class MeasuresMemoryAlone
{
    public const string Name = "measures memory alone";
}
