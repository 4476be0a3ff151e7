using Interlock.Core.Units;
using Interlock.ExecSpec.Decoding;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Tests.Decoding;

public sealed class PhysicalScaleTests
{
    [Fact]
    public void The_controllers_scale_counts_where_there_is_one()
    {
        ActionChannel channel = new() { Name = "x", Unit = ChannelUnit.Normalized, PhysicalPerCommand = 50, PhysicalUnit = ChannelUnit.Millimetre };
        Assert.Equal(0.05, PhysicalScale.SiPerCommand(channel)!.Value, 1e-15);
        Assert.Equal(UnitQuantity.Length, PhysicalScale.QuantityOf(channel));
    }

    [Fact]
    public void A_physical_unit_is_its_own_scale()
    {
        ActionChannel channel = new() { Name = "pan", Unit = ChannelUnit.Degree };
        Assert.Equal(Math.PI / 180, PhysicalScale.SiPerCommand(channel));
        Assert.Equal(UnitQuantity.Angle, PhysicalScale.QuantityOf(channel));
    }

    [Fact]
    public void Numbers_without_physical_size_have_none()
    {
        foreach (ChannelUnit unit in new[] { ChannelUnit.None, ChannelUnit.Normalized, ChannelUnit.Percent, ChannelUnit.Ticks, ChannelUnit.Pixel })
        {
            Assert.Null(PhysicalScale.SiPerCommand(new ActionChannel { Name = "a", Unit = unit }));
        }

        Assert.Null(PhysicalScale.SiPerCommand(new ActionChannel { Name = "a", Unit = ChannelUnit.Metre, PhysicalPerCommand = 2 }));
        Assert.Null(PhysicalScale.SiPerCommand(new ActionChannel { Name = "a", PhysicalPerCommand = double.NaN, PhysicalUnit = ChannelUnit.Metre }));
    }
}
