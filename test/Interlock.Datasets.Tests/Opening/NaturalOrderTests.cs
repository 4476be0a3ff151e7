using Interlock.Datasets.Opening;

namespace Interlock.Datasets.Tests.Opening;

public sealed class NaturalOrderTests
{
    [Fact]
    public void Numbers_inside_names_are_compared_as_numbers()
    {
        string[] names = ["b", "a10c", "a2", "a", "a10", "a002", "a9999999999999999999999"];

        Assert.Equal(["a", "a002", "a2", "a10", "a10c", "a9999999999999999999999", "b"], names.Order(NaturalOrder.Instance));
    }
}
