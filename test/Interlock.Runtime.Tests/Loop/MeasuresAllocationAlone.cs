using Xunit;

namespace Interlock.Runtime.Tests.Loop;

/// <summary>Tests that count bytes run alone: a collection that another test's garbage starts moves what a thread has counted.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class MeasuresAllocationAlone
{
    public const string Name = "measures allocation";
}
