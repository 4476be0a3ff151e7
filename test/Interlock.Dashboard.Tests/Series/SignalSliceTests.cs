using Interlock.Dashboard.Series;
using Xunit;

namespace Interlock.Dashboard.Tests.Series;

public sealed class SignalSliceTests
{
    [Fact]
    public void Gaps_do_not_count_for_the_extent()
    {
        SignalSlice slice = new(new[] { float.NaN, -1f, 0f }, new[] { float.NaN, 2f, 0.5f });

        Assert.Equal((-1f, 2f), slice.Extent());
    }

    [Fact]
    public void A_slice_of_gaps_has_no_extent()
    {
        Assert.Null(new SignalSlice(new[] { float.NaN }, new[] { float.NaN }).Extent());
    }
}
