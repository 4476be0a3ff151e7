using Interlock.ExecSpec.Decoding;

namespace Interlock.ExecSpec.Tests.Decoding;

public sealed class OpenVlaTokensTests
{
    [Theory]
    [InlineData(31999, -254.0 / 255)]
    [InlineData(31998, -252.0 / 255)]
    [InlineData(31872, 0)]
    [InlineData(31745, 254.0 / 255)]
    [InlineData(31744, 254.0 / 255)]
    public void A_token_is_the_centre_of_its_bin(int token, double centre)
    {
        double[] z = new double[1];
        Assert.Equal(0, OpenVlaTokens.Decode([token], z));
        Assert.Equal(centre, z[0], 1e-15);
    }

    [Theory]
    [InlineData(31743)]
    [InlineData(32000)]
    [InlineData(0)]
    [InlineData(int.MinValue)]
    public void A_token_that_is_no_action_is_counted_and_never_moves_to_an_end(int token)
    {
        double[] z = new double[3];
        Assert.Equal(1, OpenVlaTokens.Decode([31900, token, 31800], z));
        Assert.Equal([false, true, false], z.Select(double.IsNaN));
    }

    [Theory]
    [InlineData(-1, 31999)]
    [InlineData(-7, 31999)]
    [InlineData(1, 31744)]
    [InlineData(9, 31744)]
    [InlineData(0, 31872)]
    [InlineData(0.9999999, 31745)]
    public void A_number_has_the_token_that_the_library_gives_it(double z, int token) => Assert.Equal(token, OpenVlaTokens.Encode(z));

    [Fact]
    public void NaN_has_no_token() => Assert.Null(OpenVlaTokens.Encode(double.NaN));

    [Fact]
    public void Every_token_but_the_outermost_comes_back_from_its_centre()
    {
        double[] z = new double[1];
        for (int token = OpenVlaTokens.First + 1; token <= OpenVlaTokens.Last; token++)
        {
            OpenVlaTokens.Decode([token], z);
            Assert.Equal(token, OpenVlaTokens.Encode(z[0]));
        }
    }

    [Fact]
    public void Every_edge_belongs_to_the_bin_above_it()
    {
        for (int i = 0; i < 255; i++)
        {
            double edge = -1 + (i * (2.0 / 255));
            Assert.Equal(31999 - i, OpenVlaTokens.Encode(edge));
            Assert.Equal(Math.Min(32000 - i, 31999), OpenVlaTokens.Encode(double.BitDecrement(edge)));
        }
    }
}
